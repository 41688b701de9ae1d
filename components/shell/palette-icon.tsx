import { ArrowRight, Building2, FileText, MapPin, User, Zap } from "lucide-react";

const icons = { Actions: Zap, Pages: ArrowRight, People: User, Partners: Building2, Neighbourhoods: MapPin };

/** The icon of a group of the palette, by its label. */
export function PaletteIcon({ group }: { group: string }) {
  const Icon = Object.entries(icons).find(([label]) => label === group)?.[1] ?? FileText;
  return <Icon aria-hidden className="size-4 text-ink-muted" />;
}
