/** What a site is asked for before it is published, in the order in which a visitor would miss it. */
export const SITE_CHECKS = ["name", "placeName", "heroText", "about", "neighbourhoods", "partner"] as const;

/** One of those. */
export type SiteCheckKey = (typeof SITE_CHECKS)[number];

/** Those without which its pages would be empty: no site is published without them. The others are advice. */
export const NEEDED_CHECKS: readonly SiteCheckKey[] = ["neighbourhoods", "partner"];
