import { shareOf } from "./chart-scale";

/**
 * A bar that compares a figure with the largest beside it. It is not read out: the figure stands beside it.
 * @param props.className its width and height.
 */
export function ShareBar({ value, most, className }: { value: number; most: number; className: string }) {
  return (
    <svg aria-hidden="true" focusable="false" preserveAspectRatio="none" className={className}>
      <rect width="100%" height="100%" rx="2" className="fill-sunken" />
      <rect width={`${shareOf(value, most)}%`} height="100%" rx="2" className="fill-chart-a" />
    </svg>
  );
}
