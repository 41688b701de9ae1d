import { Badge } from "@/components/ui/badge";
import { KIND_NAMES, type TagKind } from "@/lib/places/tags/constants";

/** A tag's kind as a badge, partnerships in the accent colour. */
export function TagKindBadge({ kind }: { kind: TagKind }) {
  return <Badge tone={kind === "partnership" ? "accent" : "neutral"}>{KIND_NAMES[kind].one}</Badge>;
}
