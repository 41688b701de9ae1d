import { Badge } from "@/components/ui/badge";
import type { ShownTag } from "@/lib/places/partners/queries";

/** A partner's tags, partnerships in the accent colour and first; those whose names one may not see are counted. */
export function TagList({ tags, unseen }: { tags: readonly ShownTag[]; unseen: number }) {
  return (
    <ul className="flex flex-wrap items-center gap-1">
      {tags.map(({ id, name, kind }) => (
        <li key={id} className="min-w-0">
          <Badge tone={kind === "partnership" ? "accent" : "neutral"}>
            {kind === "partnership" && <span className="sr-only">Partnership: </span>}
            {name}
          </Badge>
        </li>
      ))}
      {unseen > 0 && (
        <li className="text-xs whitespace-nowrap text-ink-muted">
          {tags.length > 0 && "+ "}
          {unseen === 1 ? "1 other partnership" : `${unseen} other partnerships`}
        </li>
      )}
    </ul>
  );
}
