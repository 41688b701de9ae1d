import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceChips } from "@/components/ui/choice-chips";
import { DateField } from "@/components/ui/date-field";
import { FieldError, fieldId } from "@/components/ui/field-frame";
import { TextLink } from "@/components/ui/text-link";
import type { GrantValues } from "@/lib/people/grants/schemas";
import { roleHref } from "./role-href";

type Props = {
  user: { userId: string; email: string };
  values: GrantValues;
  /** What is wrong with each field. */
  errors: Readonly<Record<string, string>>;
  /** The box in which neighbourhoods are chosen, for the roles that are held over them. */
  picker: ReactNode;
  /** The partnerships on offer, for the role that is held over them. */
  partnerships: readonly Readonly<{ id: string; name: string }>[];
  /** The name of the partner that is chosen; null where the role has none. */
  partner: string | null;
};

/** The id of that form, for what depends on its answers. */
export const ROLE_PARTS = "role-parts";

/**
 * What the chosen role needs, as a form that only asks: it leads back to this page, which then says what the role would
 * open. Nothing is given by it.
 */
export function RoleParts({ user, values, errors, picker, partnerships, partner }: Props) {
  const { role } = values;
  const overPlaces = role === "neighbourhood_admin" || role === "partnership_admin";
  return (
    <form
      id={ROLE_PARTS}
      method="get"
      action={`${roleHref(user)}#preview`}
      aria-label="What the role is held over"
      noValidate
    >
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="preview" value="1" />
      <div className="grid gap-5">
        {overPlaces && picker}
        {role === "partnership_admin" && (
          <Partnerships chosen={values.partnerships} offered={partnerships} error={errors.partnerships} />
        )}
        {partner !== null && (
          <div id={fieldId("partner")} className="grid scroll-mt-16 gap-1">
            <input type="hidden" name="partner" value={values.partner} />
            <p className="font-medium">Partner</p>
            {errors.partner !== undefined && <FieldError>{errors.partner}</FieldError>}
            <p className="flex flex-wrap gap-x-4 gap-y-1 wrap-anywhere">
              {partner}
              <TextLink href={roleHref(user, { role, endsOn: values.endsOn })}>Choose another</TextLink>
            </p>
          </div>
        )}
        <DateField
          name="endsOn"
          label="Last day"
          optional
          help="After it the role ends by itself."
          defaultValue={values.endsOn}
          error={errors.endsOn}
        />
        <div>
          <Button type="submit">See what it would open</Button>
        </div>
      </div>
    </form>
  );
}

function Partnerships({
  chosen,
  offered,
  error,
}: {
  chosen: readonly string[];
  offered: Props["partnerships"];
  error: string | undefined;
}) {
  return (
    <div id={fieldId("partnerships")} className="grid gap-1.5">
      {error !== undefined && <FieldError id={`${fieldId("partnerships")}-error`}>{error}</FieldError>}
      {offered.length === 0 ? (
        <p className="text-ink-muted">There is no partnership yet.</p>
      ) : (
        <ChoiceChips
          name="partnerships"
          legend="Partnerships"
          help="The role covers partners that belong to at least one of them."
          tone="add"
          options={offered.map(({ id, name }) => ({ value: id, label: name, checked: chosen.includes(id) }))}
        />
      )}
    </div>
  );
}
