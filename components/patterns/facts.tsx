import type { ReactNode } from "react";

/** One fact of a record: its name and its value; a value of `null` leaves the fact out. */
export type Fact = { name: string; value: ReactNode | null };

/** Facts as a description list, names beside values where there is room. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[9rem_1fr]">
      {facts
        .filter(({ value }) => value !== null)
        .map(({ name, value }) => (
          <div key={name} className="grid gap-x-6 sm:col-span-2 sm:grid-cols-subgrid">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="max-w-prose">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
