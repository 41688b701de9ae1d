import type { Role } from "@/lib/permissions/catalogue";

/** The roles from the one closest to a record to the widest: the order in which the people behind it are shown. */
export const ROLES_BY_CLOSENESS: readonly Role[] = [
  "partner_admin",
  "partnership_admin",
  "neighbourhood_admin",
  "support",
  "root",
];

/** What each role is called, for one person and for several. */
export const ROLE_NAMES: Readonly<Record<Role, { one: string; many: string }>> = {
  partner_admin: { one: "partner admin", many: "partner admins" },
  partnership_admin: { one: "partnership admin", many: "partnership admins" },
  neighbourhood_admin: { one: "neighbourhood admin", many: "neighbourhood admins" },
  support: { one: "support", many: "support" },
  root: { one: "root", many: "roots" },
};
