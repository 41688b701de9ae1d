import type { ReactNode } from "react";

/** One fact of a record: its name and its value; a value of `null` leaves the fact out. */
export type Fact = { name: string; value: ReactNode | null };

/**
 * Facts as a description list, names beside values where there is room.
 * @param narrow for a column at the side, whose values need what room there is.
 */
export function Facts({ facts, narrow = false }: { facts: readonly Fact[]; narrow?: boolean }) {
  return (
    <dl className={`grid gap-x-6 gap-y-3 ${narrow ? "sm:grid-cols-[7rem_1fr]" : "sm:grid-cols-[9rem_1fr]"}`}>
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
