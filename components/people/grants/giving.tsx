import type { ReactNode } from "react";
import { PageTitle } from "@/components/patterns/page-title";
import { GRANT_ROLES, type GrantRole } from "@/lib/people/grants/constants";
import type { GrantValues } from "@/lib/people/grants/schemas";
import type { GrantPreview } from "@/lib/people/remit/queries";
import type { PersonRecord } from "@/lib/people/users/queries";
import { PartnerChoice } from "./partner-choice";
import { RoleChoice } from "./role-choice";
import { roleHref } from "./role-href";
import { RoleParts } from "./role-parts";
import { RolePreview } from "./role-preview";
import { shownFields } from "./shown-fields";

type Props = {
  user: PersonRecord;
  values: GrantValues;
  preview: GrantPreview | null;
  errors: Readonly<Record<string, string>>;
  /** Whether the reader gives the roles of the portal; everybody else gives that of a partner's admin alone. */
  givesAll: boolean;
  picker: ReactNode;
  offer: { partnerships: Parameters<typeof RoleParts>[0]["partnerships"] } & Pick<
    Parameters<typeof PartnerChoice>[0],
    "partners"
  >;
};

/** Giving a role, a step at a time: which one, what it is held over, and what it would open, in plain words before it is given. */
export function Giving({ user, values, preview, errors, givesAll, picker, offer }: Props) {
  const roles: readonly GrantRole[] = givesAll ? GRANT_ROLES : ["partner_admin"];
  const partner = preview?.partner?.name ?? null;
  const seeksPartner = values.role === "partner_admin" && partner === null;
  return (
    <>
      <PageTitle title={user.itself ? "Give yourself a role" : `Give ${user.name} a role`} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <RoleChoice
          roles={roles}
          chosen={values.role}
          hrefOf={(role) => roleHref(user, { role })}
          againHref={roleHref(user)}
        />
        <div className="grid gap-4">
          {values.role === "" ? (
            <p className="rounded-lg border border-dashed border-line-medium px-4 py-3 text-ink-muted sm:px-5">
              Choose a role. What it would open is shown before it is given.
            </p>
          ) : (
            <div className="rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
              {seeksPartner ? (
                <PartnerChoice user={user} endsOn={values.endsOn} error={errors.partner} partners={offer.partners} />
              ) : (
                <RoleParts
                  user={user}
                  values={values}
                  errors={errors}
                  picker={picker}
                  partnerships={offer.partnerships}
                  partner={partner}
                />
              )}
            </div>
          )}
          <RolePreview
            user={user}
            values={values}
            preview={preview}
            errors={errors}
            fields={shownFields(values.role, seeksPartner)}
          />
        </div>
      </div>
    </>
  );
}
