import { type Column, DataTable } from "@/components/patterns/data-table";
import { CalendarDay } from "@/components/patterns/instant";
import { MailAddress } from "@/components/people/access/mail-address";
import { Badge } from "@/components/ui/badge";
import { DialogLink } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import { removePartnerAdminPath } from "@/lib/people/partner-admins/constants";
import type { PartnerAdmin, PartnerAdmins } from "@/lib/people/partner-admins/queries";
import { userPath } from "@/lib/people/users/constants";
import { removalTitle } from "./removal-title";
import { RemoveAdminForm } from "./remove-admin-form";

/** The partner as far as its admins' pages need it. */
export type AdministeredPartner = { id: string; externalId: string | null; name: string };

/** The admins of a partner whom one may view, each with the way to take them off where one may. */
export function AdminsTable({ partner, found }: { partner: AdministeredPartner; found: PartnerAdmins }) {
  const { admins, unseenAdmins, remove } = found;
  const last = admins.length + unseenAdmins === 1;
  const acts: Column<PartnerAdmin>[] = remove.allowed
    ? [{ heading: "Actions", cell: (admin) => <Removal partner={partner} admin={admin} last={last} /> }]
    : [];
  return (
    <DataTable
      caption="Admins of this partner"
      columns={[...columns, ...acts]}
      rows={admins}
      rowKey={({ userId }) => userId}
    />
  );
}

const columns: readonly Column<PartnerAdmin>[] = [
  {
    heading: "Person",
    width: "@2xl:w-[44%]",
    cell: ({ userId, name, email, itself, deactivated }) => (
      <>
        <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <TextLink href={userPath({ userId, email })} className="inline-flex min-h-6 items-center wrap-anywhere">
            {name}
          </TextLink>
          {itself && <Badge tone="accent">You</Badge>}
          {deactivated && <Badge tone="warning">Deactivated: no access</Badge>}
        </span>
        <MailAddress email={email} />
      </>
    ),
  },
  { heading: "Since", cell: ({ since }) => <CalendarDay day={since} /> },
  {
    heading: "Until",
    cell: ({ endsOn }) =>
      endsOn === null ? <span className="text-ink-muted">No end</span> : <CalendarDay day={endsOn} />,
    isEmpty: ({ endsOn }) => endsOn === null,
  },
];

function Removal({ partner, admin, last }: { partner: AdministeredPartner; admin: PartnerAdmin; last: boolean }) {
  const { userId, name, itself } = admin;
  const question = { partner: { id: partner.id, name: partner.name }, admin: { userId, name, itself } };
  return (
    // Lifted by what the button is higher than a line, so that its words stand on the row's.
    <div className="-my-0.75 -ms-2.5">
      <DialogLink
        href={removePartnerAdminPath(partner, userId)}
        tone="quiet"
        size="sm"
        label={
          <>
            Remove<span className="sr-only"> {itself ? "yourself" : name}</span>
          </>
        }
        title={removalTitle(question)}
      >
        <RemoveAdminForm {...question} last={last} />
      </DialogLink>
    </div>
  );
}
