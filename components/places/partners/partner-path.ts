/** Browsers fold these segments away, percent-encoded or not, so that the address would be that of another page. */
const FOLDED = [".", ".."];

/** The address of a partner's page, by its external id where it has one that an address can hold, else by its UUID. */
export function partnerPath({ id, externalId }: { id: string; externalId: string | null }): string {
  const segment = externalId === null || FOLDED.includes(externalId) ? id : externalId;
  return `/places/partners/${encodeURIComponent(segment)}`;
}
