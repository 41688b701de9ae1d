import { Badge } from "@/components/ui/badge";

/** Whether the public finds a site. */
export function SiteState({ published }: { published: boolean }) {
  return published ? <Badge tone="success">Published</Badge> : <Badge tone="warning">Not published</Badge>;
}
