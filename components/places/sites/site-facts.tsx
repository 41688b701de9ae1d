import { Facts } from "@/components/patterns/facts";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { SavedSite } from "@/lib/places/site-changes/schemas";
import { publicSitePath } from "@/lib/places/sites/constants";
import type { SiteRecord } from "@/lib/places/sites/queries";

/** What a site says, as typed in. */
export function SiteTexts({ site: { values } }: { site: SiteRecord }) {
  const { placeName, tagline, heroText, description } = values;
  return (
    <Card id="about" title="What it says">
      <Facts
        facts={[
          { name: "Place", value: placeName || <Blank /> },
          { name: "Tagline", value: tagline || <Blank /> },
          { name: "Opening text", value: heroText ? <Lines text={heroText} /> : <Blank /> },
          { name: "Description", value: description ? <Lines text={description} /> : <Blank /> },
        ]}
      />
    </Card>
  );
}

/** Where a site is found, and what decides which partners it shows. */
export function SiteReach({ site: { values, places, tags } }: { site: SiteRecord }) {
  return (
    <Card id="reach" title="Where it is and what it covers">
      <Facts
        narrow
        facts={[
          { name: "Address", value: <span className="wrap-anywhere">{publicSitePath(values.slug)}</span> },
          {
            name: "Domain",
            value: values.domain === "" ? null : <span className="wrap-anywhere">{values.domain}</span>,
          },
          { name: "Areas", value: places.length === 0 ? "None" : <Names records={places} /> },
          { name: "Partnerships", value: <Partnerships tags={tags} /> },
        ]}
      />
    </Card>
  );
}

function Partnerships({ tags }: { tags: SavedSite["tags"] }) {
  if (tags.length === 0) return "None: partners of every partnership, and of none";
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.map(({ id, name }) => (
        <li key={id}>
          <Badge tone="accent">{name}</Badge>
        </li>
      ))}
    </ul>
  );
}

function Names({ records }: { records: readonly { id: string; name: string }[] }) {
  return (
    <ul>
      {records.map(({ id, name }) => (
        <li key={id} className="wrap-anywhere">
          {name}
        </li>
      ))}
    </ul>
  );
}

function Blank() {
  return <span className="text-ink-muted">Not given.</span>;
}

function Lines({ text }: { text: string }) {
  return <p className="whitespace-pre-line wrap-anywhere">{text}</p>;
}
