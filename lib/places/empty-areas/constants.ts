/** Areas on one page of the list of those without a partner. */
export const EMPTY_AREAS_PER_PAGE = 50;

/** What stands for all of one's own roles as a neighbourhood admin, which an address need not say. */
export const OWN_NEIGHBOURHOODS = "neighbourhood_admin";
