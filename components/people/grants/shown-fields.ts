import type { GrantRole } from "@/lib/people/grants/constants";

/** What a role's form asks for, by the names of its fields. */
type RoleField = "neighbourhoods" | "partnerships" | "partner" | "endsOn";

/**
 * The fields that the form for this role shows, each of which has the id that `fieldId` gives. A fault of any other name,
 * such as a part of the address that the role has no use for, has no field to lead to.
 * @param seeksPartner whether the partner is still to be chosen, which is asked for alone.
 */
export function shownFields(role: GrantRole | "", seeksPartner: boolean): readonly RoleField[] {
  if (role === "") return [];
  if (seeksPartner) return ["partner"];
  switch (role) {
    case "neighbourhood_admin":
      return ["neighbourhoods", "endsOn"];
    case "partnership_admin":
      return ["neighbourhoods", "partnerships", "endsOn"];
    case "partner_admin":
      return ["partner", "endsOn"];
    default:
      return ["endsOn"];
  }
}
