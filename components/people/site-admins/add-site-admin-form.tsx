"use client";
import { FormField } from "@/components/patterns/form-field";
import { FormShell } from "@/components/patterns/form-shell";
import { addSiteAdminAction } from "@/lib/people/site-admins/actions";
import { addSiteAdminSchema } from "@/lib/people/site-admins/schemas";

type Props = {
  site: { id: string; name: string };
  /** Where one goes instead; none in a dialog, which closes. */
  cancelHref?: string;
};

/** Makes somebody an admin of a site by e-mail address, and says before what that opens. The same on its page and in the tab's dialog. */
export function AddSiteAdminForm({ site, cancelHref }: Props) {
  return (
    <FormShell
      action={addSiteAdminAction}
      schema={addSiteAdminSchema}
      values={{}}
      fields={{ siteId: site.id }}
      submitLabel="Add site admin"
      cancelHref={cancelHref}
    >
      <ul className="grid max-w-prose list-disc gap-1 ps-5 wrap-anywhere">
        <li>
          They edit what {site.name} says, publish it and take it off again. Its addresses, neighbourhoods, partnerships
          and admins stay yours.
        </li>
        <li>Of partners they see what the public sees, and nothing more.</li>
        <li>They are told by mail.</li>
      </ul>
      <FormField
        name="email"
        label="E-mail address"
        help="The one they sign in with: they need an account already."
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
    </FormShell>
  );
}
