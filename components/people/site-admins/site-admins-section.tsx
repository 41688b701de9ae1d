import { UserRoundPlus, UsersRound } from "lucide-react";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { CalendarDay } from "@/components/patterns/instant";
import { MailAddress } from "@/components/people/access/mail-address";
import { Badge } from "@/components/ui/badge";
import { DialogLink } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import { addSiteAdminPath, removeSiteAdminPath } from "@/lib/people/site-admins/constants";
import type { SiteAdmin, SiteAdmins } from "@/lib/people/site-admins/queries";
import { userPath } from "@/lib/people/users/constants";
import { AddSiteAdminForm } from "./add-site-admin-form";
import { RemoveSiteAdminForm } from "./remove-site-admin-form";

/** Who looks after a site: its admins as far as one may view them, with the ways to add one and to take one off for root. */
export function SiteAdminsSection({ found }: { found: SiteAdmins }) {
  const { site, admins, unseenAdmins, add } = found;
  return (
    <section aria-labelledby="admins" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="admins" className="text-xl font-semibold tracking-tight">
          Site admins
        </h2>
        {add.allowed && (
          <DialogLink
            href={addSiteAdminPath(site)}
            label={
              <>
                <UserRoundPlus aria-hidden className="size-4" />
                Add a site admin
              </>
            }
            title={`Add a site admin to ${site.name}`}
          >
            <AddSiteAdminForm site={site} />
          </DialogLink>
        )}
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        {admins.length > 0 && <AdminsTable found={found} />}
        {admins.length + unseenAdmins === 0 && (
          <EmptyState title="No site admin yet" icon={<UsersRound aria-hidden />}>
            <p>
              A site admin keeps what the site says up to date and publishes it. Until there is one, root does both.
            </p>
          </EmptyState>
        )}
        {unseenAdmins > 0 && (
          <p className="px-4 py-3 text-ink-muted not-first:border-t not-first:border-line sm:px-5">
            {unseenAdmins === 1 ? "1 other site admin" : `${unseenAdmins} other site admins`}, whom you may not view.
          </p>
        )}
      </div>
      <p className="max-w-prose text-sm text-ink-muted">
        Root sees every site and alone chooses its admins.{" "}
        {!add.allowed && add.reasons.map(({ text }) => text).join(" ")}
      </p>
    </section>
  );
}

function AdminsTable({ found: { site, admins, unseenAdmins, remove } }: { found: SiteAdmins }) {
  const last = admins.length + unseenAdmins === 1;
  const acts: Column<SiteAdmin>[] = remove.allowed
    ? [{ heading: "Actions", cell: (admin) => <Removal site={site} admin={admin} last={last} /> }]
    : [];
  return (
    <DataTable
      caption="Admins of this site"
      columns={[...columns, ...acts]}
      rows={admins}
      rowKey={({ userId }) => userId}
    />
  );
}

const columns: readonly Column<SiteAdmin>[] = [
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

function Removal({ site, admin, last }: { site: SiteAdmins["site"]; admin: SiteAdmin; last: boolean }) {
  const { userId, name, itself } = admin;
  return (
    // Lifted by what the button is higher than a line, so that its words stand on the row's.
    <div className="-my-0.75 -ms-2.5">
      <DialogLink
        href={removeSiteAdminPath(site, userId)}
        tone="quiet"
        size="sm"
        label={
          <>
            Remove<span className="sr-only"> {itself ? "yourself" : name}</span>
          </>
        }
        title={removalTitle(site.name, admin)}
      >
        <RemoveSiteAdminForm site={site} admin={{ userId, name, itself }} last={last} />
      </DialogLink>
    </div>
  );
}

/** The question before somebody is taken off a site, as the title over the form. */
export function removalTitle(site: string, { name, itself }: Pick<SiteAdmin, "name" | "itself">): string {
  return itself ? `Remove yourself from ${site}?` : `Remove ${name} from ${site}?`;
}
