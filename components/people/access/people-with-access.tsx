import { UserRoundX } from "lucide-react";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { CalendarDay } from "@/components/patterns/instant";
import { othersInWords } from "@/components/patterns/others-in-words";
import { titled } from "@/components/patterns/titled";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { AccessGrant, PeopleWithAccess } from "@/lib/people/access/queries";
import { userPath } from "@/lib/people/users/constants";
import { MailAddress } from "./mail-address";

const columns: readonly Column<AccessGrant>[] = [
  {
    heading: "Person",
    width: "@2xl:w-[30%]",
    cell: ({ userId, name, email }) => (
      <>
        <TextLink href={userPath({ userId, email })} className="inline-flex min-h-6 items-center wrap-anywhere">
          {name}
        </TextLink>
        <MailAddress email={email} />
      </>
    ),
  },
  {
    heading: "Role",
    cell: ({ role }) => (
      <span className="whitespace-nowrap">
        <Badge>{titled(ROLE_NAMES[role].one)}</Badge>
      </span>
    ),
  },
  { heading: "Over", width: "@2xl:w-[22%]", cell: ({ scope }) => <span className="wrap-anywhere">{scope}</span> },
  { heading: "Since", cell: ({ since }) => <CalendarDay day={since.toISOString().slice(0, 10)} /> },
  {
    heading: "Until",
    cell: ({ endsOn }) =>
      endsOn === null ? <span className="whitespace-nowrap text-ink-muted">No end</span> : <CalendarDay day={endsOn} />,
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
  // Beside the record's own admins, whom another part of the page names.
  const unseen = othersInWords(
    others.map(({ role, count }) => ({ count, ...ROLE_NAMES[role] })),
    true,
  );
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      {people.length === 0 && unseen === null && (
        <EmptyState title="Nobody whom you may see" icon={<UserRoundX aria-hidden />}>
          <p>People with access to {of} are listed here as far as they are within your remit.</p>
        </EmptyState>
      )}
      {people.length > 0 && (
        <DataTable
          caption={`People with access to ${of}`}
          columns={columns}
          rows={people}
          rowKey={({ grantId }) => grantId}
        />
      )}
      {unseen !== null && (
        <p className="px-4 py-3 text-ink-muted not-first:border-t not-first:border-line sm:px-5">{unseen}</p>
      )}
    </div>
  );
}
