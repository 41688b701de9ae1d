/** The tag of everything that public pages of sites keep: what hides, shows or takes away a partner or an event lets go of it. */
export const SITES_CONTENT_TAG = "sites-content";

/** The tag of what the public pages of one site keep. */
export function siteContentTag(siteId: string): string {
  return `site-content:${siteId}`;
}

/** Seconds that the public pages keep what a site shows: what was changed elsewhere, as by an import, is seen after that. What is hidden or taken away is gone at once. */
export const CONTENT_SECONDS = 300;

/** Days that coming events are listed for; later ones are counted. */
export const COMING_DAYS = 30;

/** Events that a public page lists at most; the rest is counted. */
export const MOST_EVENTS = 200;

/** Partners that a public page lists at once. */
export const PARTNERS_PER_PAGE = 50;

/** Letters of a search that count. */
export const LONGEST_SITE_SEARCH = 100;
