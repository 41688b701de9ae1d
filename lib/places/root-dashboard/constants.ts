/** Weeks of the trend, the present one among them. Source: PORTAL.md, Dashboards. */
export const TREND_WEEKS = 12;

/** Events of the audit trail that the dashboard shows. */
export const LATEST_EVENTS = 8;
