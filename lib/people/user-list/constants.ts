import { GRANT_ROLES } from "@/lib/people/grants/constants";

/** People on one page of the list. */
export const USERS_PER_PAGE = 50;

/** Roles told in a row before the rest are only counted. */
export const GRANTS_PER_ROW = 3;

/** Places and partnerships named of one role in a row before the rest are only counted. */
export const NAMES_PER_GRANT = 3;

/** The most people that the command palette is given. */
export const MOST_PEOPLE_FOUND = 8;

/** The orders of the list: by name either way, whatever the case of the letters. */
export const USER_SORTS = ["name", "-name"] as const;

/** One of those orders. */
export type UserSort = (typeof USER_SORTS)[number];

/**
 * What people may be filtered by: a role in force that the reader may know of, none at all, or one that gives nothing
 * yet because its area or its partnership is missing.
 */
export const USER_ROLE_FILTERS = ["", ...GRANT_ROLES, "none", "incomplete"] as const;

/** One of those filters; blank for everybody. */
export type UserRoleFilter = (typeof USER_ROLE_FILTERS)[number];

/** The longest text that is searched for, in characters: more than any name that people would type. */
export const LONGEST_USER_SEARCH = 100;
