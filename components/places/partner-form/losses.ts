import type { PartnerForm } from "@/lib/places/partner-form/queries";

/** Something that a save would take away: its name, and what to know about it. */
export type Loss = { name: string; note: string | null };

const BEYOND = "it lies beyond your area, so you could not put it back yourself";

/** What the form as it stands would take away from the partner: places first, then tags. */
export function lossesOf({ addressPlace, serviceAreas, tags }: PartnerForm, data: FormData): Loss[] {
  const areas = new Set(data.getAll("removeNeighbourhoods"));
  const gone = new Set(data.getAll("removeTags"));
  const { place } = addressPlace;
  const moved = addressPlace.mayChange && place !== null && !data.getAll("addressPlace").includes(place.code);
  const kept = serviceAreas.filter(({ code }) => !areas.has(code));
  const lost = [
    ...serviceAreas.filter(({ code }) => areas.has(code)),
    ...(place !== null && (moved || data.has("clearAddress")) ? [place] : []),
  ];
  // The same place through an address and a service area counts once, and stays until both are gone.
  const places = lost.filter(({ code }) => code !== place?.code || !kept.some((area) => area.code === code));
  return [
    ...new Map(places.map((one) => [one.code, { name: one.name, note: one.beyondArea ? BEYOND : null }])).values(),
    ...tags.filter(({ id }) => gone.has(id)).map(({ name }) => ({ name, note: null })),
  ];
}
