import { UserRoundPlus, UsersRound } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { DialogLink } from "@/components/ui/dialog";
import { addPartnerAdminPath } from "@/lib/people/partner-admins/constants";
import type { PartnerAdmins } from "@/lib/people/partner-admins/queries";
import { AddAdminForm } from "./add-admin-form";
import { type AdministeredPartner, AdminsTable } from "./admins-table";

/** The part of a partner's tab about its own admins: who they are, the way to add one, and to take one off. */
export function AdminsSection({ partner, found }: { partner: AdministeredPartner; found: PartnerAdmins }) {
  const { admins, unseenAdmins, add } = found;
  return (
    <section aria-labelledby="admins" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="admins" className="text-xl font-semibold tracking-tight">
          Admins
        </h2>
        {add.allowed && <Addition partner={partner} found={found} />}
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        {admins.length > 0 && <AdminsTable partner={partner} found={found} />}
        {admins.length + unseenAdmins === 0 && (
          <EmptyState title="No admin yet" icon={<UsersRound aria-hidden />}>
            <p>An admin keeps the partner’s page up to date themselves. Add somebody from the organisation.</p>
          </EmptyState>
        )}
        {unseenAdmins > 0 && (
          <p className="px-4 py-3 text-ink-muted not-first:border-t not-first:border-line sm:px-5">
            {unseenAdmins === 1 ? "1 admin" : `${unseenAdmins} admins`} outside your remit.
          </p>
        )}
      </div>
    </section>
  );
}

function Addition({ partner, found }: { partner: AdministeredPartner; found: PartnerAdmins }) {
  return (
    <DialogLink
      href={addPartnerAdminPath(partner)}
      label={
        <>
          <UserRoundPlus aria-hidden className="size-4" />
          Add an admin
        </>
      }
      title={`Add an admin to ${partner.name}`}
    >
      <AddAdminForm
        partner={{ id: partner.id, name: partner.name }}
        admins={found.admins.map(({ name }) => name)}
        unseenAdmins={found.unseenAdmins}
      />
    </DialogLink>
  );
}
