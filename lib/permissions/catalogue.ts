import "server-only";

/** What every type of record may be asked beside its own actions: its history, the people with access, and its list as a file. */
const everywhere = ["view", "view_history", "view_access", "export"] as const;

/** The actions on every record that a role can be held over. */
const roleActions = ["assign_role", "remove_role", "invite"] as const;

/**
 * The closed vocabulary of the portal's permissions: for each resource type the actions that may be asked about.
 * Anything that is not here is denied. Source: the action catalogue, as far as the wings are built.
 */
export const catalogue = {
  system: [
    ...everywhere,
    "view_dashboard",
    "view_audit",
    "view_jobs",
    "view_mail",
    "view_data_quality",
    "manage_api_keys",
    "impersonate",
    "import_world",
    ...roleActions,
  ],
  neighbourhood: [...everywhere, "create", "update", "delete", ...roleActions],
  tag: [...everywhere, "create", "update", "delete"],
  partner: [...everywhere, "create", "update", "delete", "hide", "unhide", "restore", ...roleActions],
  user: [...everywhere, "create", "update", "deactivate", "reactivate", "delete", "view_sessions", "end_sessions"],
} as const satisfies Record<string, readonly string[]>;

/** A kind of record that decisions are about. */
export type ResourceType = keyof typeof catalogue;

/** An action that may be asked about records of type T. */
export type ActionOf<T extends ResourceType> = (typeof catalogue)[T][number];

/** The one record of type `system`. */
export const portalId = "portal";

/** The resource id that stands for a record which is only proposed. */
export const newId = "new";

/** The dashboards there are, by the name that `view_dashboard` takes. */
export const dashboards = [
  "root",
  "neighbourhood",
  "partnership",
  "partner",
  "site",
  "corporate",
  "program",
  "provider",
  "housing",
] as const;

/** Whether this text names a type of the catalogue. */
export function isResourceType(text: string): text is ResourceType {
  return Object.hasOwn(catalogue, text);
}

/** Whether this text names an action on records of that type. */
export function isActionOf<T extends ResourceType>(type: T, text: string): text is ActionOf<T> {
  return (catalogue[type] as readonly string[]).includes(text);
}

/** The roles that grants give, in the words of the world file. */
export type Role = "root" | "support" | "neighbourhood_admin" | "partnership_admin" | "partner_admin";

/**
 * Why a decision came out as it did: part of the contract with other systems. An allow carries the role that gave it,
 * or `self`; a deny carries what was missing.
 */
export type ReasonCode =
  | Role
  | "self"
  | "everyone"
  | "not_signed_in"
  | "deactivated"
  | "not_visible"
  | "no_grant"
  | "outside_reach"
  | "not_wholly_inside"
  | "tag_not_yours"
  | "field_not_yours"
  | "needs_invitation"
  | "locked"
  | "invalid"
  | "confirmation_required";
