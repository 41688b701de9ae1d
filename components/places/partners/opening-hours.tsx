import { DAY_NAMES } from "@/lib/places/opening-hours/constants";
import type { PartnerRecord } from "@/lib/places/partners/queries";

/** The week as a small table; days without a spell are closed. */
export function OpeningHours({ hours }: { hours: PartnerRecord["openingHours"] }) {
  if (hours.length === 0) return <p className="text-ink-muted">Not given.</p>;
  return (
    <table className="text-left tabular-nums">
      <caption className="sr-only">Opening hours</caption>
      <tbody>
        {DAY_NAMES.map((name, index) => {
          const spells = hours.filter(({ day }) => day === index + 1);
          return (
            <tr key={name}>
              <th scope="row" className="w-32 py-0.5 pr-4 align-top font-normal text-ink-muted">
                {name}
              </th>
              <td className={spells.length === 0 ? "text-ink-muted" : undefined}>
                {spells.length === 0 ? "Closed" : spells.map(({ opens, closes }) => `${opens}–${closes}`).join(", ")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
