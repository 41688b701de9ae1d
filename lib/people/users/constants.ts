/** The address of the list of people. */
export const PEOPLE_PATH = "/people";

/** The address of "My access": every role that one holds oneself. */
export const MY_ACCESS_PATH = "/account/access";

/** The address of a person's page, by e-mail address; by UUID where that could be read as something else. */
export function userPath({ userId, email }: { userId: string; email: string }): string {
  return `${PEOPLE_PATH}/${encodeURIComponent(email.includes("@") ? email : userId)}`;
}

/** What a page says after a change that led to it, as `?notice=CODE`. */
export const USER_NOTICES = ["user-saved", "user-deactivated", "user-reactivated"] as const;

/** One of those notices. */
export type UserNotice = (typeof USER_NOTICES)[number];

/**
 * What a person's page says about what one may do, in the order shown. `update`: open the edit page at all; `profile`:
 * change name and phone; `roles`: give the roles that root alone gives.
 */
export const USER_ACTS = [
  "update",
  "profile",
  "roles",
  "deactivate",
  "reactivate",
  "sessions",
  "endSessions",
  "history",
] as const;

/** One of those acts. */
export type UserActName = (typeof USER_ACTS)[number];

/** The longest name of a person that may be typed in: as long as any on paper. The world file takes `LONGEST_LOADED_NAME`. */
export const LONGEST_USER_NAME = 120;

/** The longest name and e-mail address that may be loaded, in UTF-16 units. Source: design/WORLD_FORMAT.md. */
export const LONGEST_LOADED_NAME = 500;

/** The longest telephone number, with words beside it such as "after six". */
export const LONGEST_PHONE = 40;
