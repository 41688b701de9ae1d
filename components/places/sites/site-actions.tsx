import { ExternalLink, Pencil, Trash2 } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Menu, MenuLink } from "@/components/ui/menu";
import { publicSitePath, type SiteAct, sitePath } from "@/lib/places/sites/constants";
import type { SiteHead, SiteRemit } from "@/lib/places/sites/queries";

type Props = { site: SiteHead; acts: SiteRemit["acts"] };

/** What may be done to a site: the main act as a button, deleting in a menu. What one may not do is not there. */
export function SiteActions({ site, acts }: Props) {
  const path = sitePath(site);
  const may = (name: SiteAct) => acts.some(({ act, allowed }) => act === name && allowed);
  return (
    <>
      {may("update") && (
        <ButtonLink href={`${path}/edit`} tone="primary">
          <Pencil aria-hidden className="size-4" />
          Edit
        </ButtonLink>
      )}
      {site.published && (
        <ButtonLink href={publicSitePath(site.slug)}>
          <ExternalLink aria-hidden className="size-4" />
          See the site
        </ButtonLink>
      )}
      {may("delete") && (
        <Menu label="More" panelClassName="w-72">
          <MenuLink href={`${path}/delete`} tone="danger">
            <Trash2 aria-hidden />
            Delete…
          </MenuLink>
        </Menu>
      )}
    </>
  );
}
