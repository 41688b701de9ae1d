import { Badge } from "@/components/ui/badge";

/** What is worth knowing about a partner's state at a glance; nothing where all is well. */
export function PartnerState({ hidden, hasAdmin }: { hidden: boolean; hasAdmin: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1 whitespace-nowrap">
      {hidden && <Badge tone="warning">Hidden</Badge>}
      {!hasAdmin && <Badge>No admin</Badge>}
    </span>
  );
}
