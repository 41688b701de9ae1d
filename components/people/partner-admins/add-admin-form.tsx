"use client";
import { FormField } from "@/components/patterns/form-field";
import { FormShell } from "@/components/patterns/form-shell";
import { listed } from "@/components/patterns/listed";
import { addPartnerAdminAction } from "@/lib/people/partner-admins/actions";
import { addPartnerAdminSchema } from "@/lib/people/partner-admins/schemas";

/** What the form has to know of the partner. */
type AddAdminProps = {
  partner: { id: string; name: string };
  /** Names of its admins now, as far as the reader may see them. */
  admins: readonly string[];
  /** How many others it has. */
  unseenAdmins: number;
  /** Where one goes instead; none in a dialog, which closes. */
  cancelHref?: string;
};

/** Makes somebody an admin of a partner by e-mail address, and says before what that opens. The same on its page and in the tab's dialog. */
export function AddAdminForm({ partner, admins, unseenAdmins, cancelHref }: AddAdminProps) {
  const others = adminsInWords(admins, unseenAdmins);
  return (
    <FormShell
      action={addPartnerAdminAction}
      schema={addPartnerAdminSchema}
      values={{}}
      fields={{ partnerId: partner.id }}
      submitLabel="Add admin"
      cancelHref={cancelHref}
    >
      <ul className="grid max-w-prose list-disc gap-1 ps-5 wrap-anywhere">
        <li>
          They see {partner.name} from then on, may edit everything on its page, choose its admins, and delete it.
        </li>
        {others !== null && <li>They and {others} see each other’s names and e-mail addresses.</li>}
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

/** More names than these say nothing more. */
const MOST_NAMED = 5;

function adminsInWords(admins: readonly string[], unseen: number): string | null {
  const named = admins.length > MOST_NAMED ? [] : admins;
  const rest = admins.length - named.length + unseen;
  const counted = named.length === 0 ? `its ${rest} admins` : rest === 1 ? "1 other admin" : `${rest} other admins`;
  const all = rest === 0 ? named : [...named, rest === 1 && named.length === 0 ? "its admin" : counted];
  return all.length === 0 ? null : listed(all);
}
