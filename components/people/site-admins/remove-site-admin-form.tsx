"use client";
import { FormShell } from "@/components/patterns/form-shell";
import { endSiteAdminAction } from "@/lib/people/site-admins/actions";
import { endSiteAdminSchema } from "@/lib/people/site-admins/schemas";

type Props = {
  site: { id: string; name: string };
  admin: { userId: string; name: string; itself: boolean };
  /** The site has no other admin. */
  last: boolean;
  /** Where one goes instead; none in a dialog, which closes. */
  cancelHref?: string;
};

/** Takes an admin off a site, and says before what that means. The same on its page and in the tab's dialog. */
export function RemoveSiteAdminForm({ site, admin, last, cancelHref }: Props) {
  const they = admin.itself ? "you no longer look" : `${admin.name} no longer looks`;
  return (
    <FormShell
      action={endSiteAdminAction}
      schema={endSiteAdminSchema}
      values={{}}
      fields={{ siteId: site.id, userId: admin.userId }}
      submitLabel={admin.itself ? "Remove me" : "Remove site admin"}
      cancelHref={cancelHref}
      tone="danger"
    >
      <ul className="grid max-w-prose list-disc gap-1 ps-5 wrap-anywhere">
        <li>
          From then on {they} after {site.name}, also where {admin.itself ? "you are" : "they are"} signed in now.
        </li>
        <li>The site stays as it is, published or not.</li>
        {!admin.itself && <li>Their account and their other roles stay. They are not told by mail.</li>}
        {last && <li className="font-medium">{site.name} then has no admin of its own.</li>}
      </ul>
    </FormShell>
  );
}
