import "server-only";

/** Lists of the world format that this portal does not hold yet: accepted while empty. Source: design/WORLD_FORMAT.md. */
export const LATER_LISTS = [
  "calendars",
  "postcodes",
  "sites",
  "organisations",
  "programs",
  "projects",
  "questions",
  "answers",
  "certificationApplications",
  "invoices",
  "joinRequests",
  "courses",
  "candidateApplications",
  "interviews",
  "providerRelationships",
  "housingRelationships",
  "logs",
  "invitations",
] as const;

/** Roles of the world format that this portal does not know yet. Source: design/WORLD_FORMAT.md. */
export const LATER_ROLES: readonly string[] = [
  "site_admin",
  "affiliate",
  "secondary_corporate_contact",
  "main_corporate_contact",
  "viewer",
  "contributor",
  "main_site_contact",
  "provider_user",
  "data_provider",
  "data_coordinator",
  "housing_member",
];
