import { Badge } from "@/components/ui/badge";

/** What is worth knowing about an account at a glance; nothing where it is in use as any other. */
export function UserState({
  deactivated,
  verified,
  itself = false,
}: {
  deactivated: boolean;
  verified: boolean;
  itself?: boolean;
}) {
  return (
    <span className="inline-flex flex-wrap gap-1 whitespace-nowrap">
      {itself && <Badge tone="accent">You</Badge>}
      {deactivated && <Badge tone="warning">Deactivated</Badge>}
      {!verified && <Badge>Never signed in</Badge>}
    </span>
  );
}
