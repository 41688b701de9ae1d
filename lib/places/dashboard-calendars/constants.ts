/** Events that a partner admin's dashboard announces. Source: PORTAL.md, Dashboards. */
export const NEXT_EVENTS = 5;

/** Own calendars that it shows with their state; whoever has more finds them in the list. */
export const MOST_OWN_CALENDARS = 20;
