/** The address of a partner's page, by its external id where it has one. */
export function partnerPath({ id, externalId }: { id: string; externalId: string | null }): string {
  return `/places/partners/${encodeURIComponent(externalId ?? id)}`;
}
