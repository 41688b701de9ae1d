import type { PublicSite } from "@/lib/places/site-pages/queries";

/** The top of a site: its name, the opening text, the tagline and the description. */
export function SiteOpening({ site: { name, placeName, heroText, tagline, description } }: { site: PublicSite }) {
  return (
    <div className="mb-10 grid gap-4">
      {placeName !== null && placeName !== name && <p className="text-lg text-ink-muted wrap-anywhere">{placeName}</p>}
      <h1 className="text-2xl font-semibold tracking-tight text-balance wrap-anywhere">{name}</h1>
      {heroText !== null && (
        <p className="max-w-prose text-xl whitespace-pre-line text-pretty wrap-anywhere">{heroText}</p>
      )}
      {tagline !== null && <p className="max-w-prose text-lg wrap-anywhere">{tagline}</p>}
      {description !== null && <p className="max-w-prose whitespace-pre-line wrap-anywhere">{description}</p>}
    </div>
  );
}
