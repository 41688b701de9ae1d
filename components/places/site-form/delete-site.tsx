import { DeletionForm } from "@/components/patterns/deletion-form";
import { listed } from "@/components/patterns/listed";
import type { SiteDeletion } from "@/lib/places/site-form/queries";
import { deleteSiteAction } from "@/lib/places/sites/actions";
import { publicSitePath, sitePath } from "@/lib/places/sites/constants";
import { shownInWords } from "../sites/shown-card";

/** Deletes a site, and says before what goes with it. */
export function DeleteSite({ deletion }: { deletion: SiteDeletion }) {
  const { site, version, published, admins, unseenAdmins, shown } = deletion;
  const path = sitePath(site);
  const all = admins.length + unseenAdmins;
  const others = unseenAdmins === 1 ? "1 other" : `${unseenAdmins} others`;
  const named = listed([...admins, ...(unseenAdmins === 0 ? [] : [others])]);
  return (
    <DeletionForm
      action={deleteSiteAction}
      fields={{ siteId: site.id, version: String(version) }}
      name={site.name}
      recordHref={path}
      cancelHref={path}
    >
      <p>
        This cannot be undone. The partners and events that it {published ? "shows" : "would show"} stay:{" "}
        {shownInWords(shown)}.
      </p>
      {published && (
        <p className="font-medium wrap-anywhere">
          {publicSitePath(site.slug)} is gone at once, and so is every address below it.
        </p>
      )}
      <p>
        {all === 0
          ? "Nobody looks after it by a role, so nobody loses one."
          : `${named} ${all === 1 ? "loses" : "lose"} the role of looking after it.`}
      </p>
    </DeletionForm>
  );
}
