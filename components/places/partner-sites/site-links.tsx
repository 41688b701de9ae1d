import { TextLink } from "@/components/ui/text-link";
import type { PublicSite } from "@/lib/places/partner-sites/queries";
import { publicSitePath } from "@/lib/places/sites/constants";

/** The public sites that a partner appears on, each with its address; a sentence where there are none. */
export function SiteLinks({ sites }: { sites: readonly PublicSite[] }) {
  if (sites.length === 0) return <span className="text-ink-muted">None yet</span>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {sites.map(({ slug, name }) => (
        <li key={slug}>
          <TextLink href={publicSitePath(slug)} className="wrap-anywhere">
            {name}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
