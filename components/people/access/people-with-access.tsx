import { UserRoundX } from "lucide-react";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { Badge } from "@/components/ui/badge";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { AccessGrant, PeopleWithAccess } from "@/lib/people/access/queries";

const columns: readonly Column<AccessGrant>[] = [
  {
    heading: "Person",
    width: "@2xl:w-[32%]",
    cell: ({ name, email }) => (
      <>
        <span className="font-medium wrap-anywhere">{name}</span>
        <a
          href={`mailto:${email}`}
          className="block text-sm text-ink-muted underline decoration-transparent underline-offset-2 wrap-anywhere hover:decoration-current focus-visible:decoration-current"
        >
          {email}
        </a>
      </>
    ),
  },
  { heading: "Role", cell: ({ role }) => <Badge>{titled(ROLE_NAMES[role].one)}</Badge> },
  { heading: "Over", width: "@2xl:w-[28%]", cell: ({ scope }) => <span className="wrap-anywhere">{scope}</span> },
  { heading: "Since", cell: ({ since }) => <Day day={since.toISOString().slice(0, 10)} /> },
  {
    heading: "Until",
    cell: ({ endsOn }) => (endsOn === null ? <span className="text-ink-muted">No end</span> : <Day day={endsOn} />),
    isEmpty: ({ endsOn }) => endsOn === null,
  },
];

/**
 * Who sees a record, by which role, over what, since and until when. Whoever is outside one's own remit is only counted.
 * @param of what the record is, for the caption: "this partner".
 */
export function PeopleWithAccessTable({
  people,
  others,
  of,
}: Pick<PeopleWithAccess, "people" | "others"> & { of: string }) {
  const unseen = othersInWords(others);
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      {people.length === 0 ? (
        <EmptyState title="Nobody whom you may see" icon={<UserRoundX aria-hidden />}>
          <p>People with access to {of} are listed here as far as they are within your remit.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={`People with access to ${of}`}
          columns={columns}
          rows={people}
          rowKey={({ grantId }) => grantId}
        />
      )}
      {unseen !== null && <p className="border-t border-line px-4 py-3 text-ink-muted sm:px-5">{unseen}</p>}
    </div>
  );
}

/** The people outside one's remit in words, "3 more people outside your remit: 2 neighbourhood admins and 1 root."; null for nobody. */
export function othersInWords(others: PeopleWithAccess["others"]): string | null {
  const total = others.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const roles = others.map(
    ({ role, count }) => `${count} ${count === 1 ? ROLE_NAMES[role].one : ROLE_NAMES[role].many}`,
  );
  return `${total === 1 ? "1 more person" : `${total} more people`} outside your remit: ${conjunction.format(roles)}.`;
}

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

function Day({ day }: { day: string }) {
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {format.format(new Date(`${day}T00:00:00Z`))}
    </time>
  );
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
