import type { PlacePath } from "@/lib/places/partners/queries";

type Shown = Pick<PlacePath, "name" | "path">;

/** A place as its path: itself first, then what it lies in, up to the country. */
export function PlaceLine({ place }: { place: Shown }) {
  const [name, ...above] = place.path;
  return (
    <span>
      <span className="font-medium">{name ?? place.name}</span>
      {above.length > 0 && <span className="text-ink-muted"> › {above.join(" › ")}</span>}
    </span>
  );
}

/** Several places, one line each. */
export function PlaceList({ places }: { places: readonly Shown[] }) {
  return (
    <ul className="grid gap-1">
      {places.map((place) => (
        <li key={place.path.join(" › ")}>
          <PlaceLine place={place} />
        </li>
      ))}
    </ul>
  );
}
