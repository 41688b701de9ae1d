import { Ellipsis, EyeOff, History, LogOut, Pencil, Trash2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Menu, MenuHeading, MenuItem, MenuLink, MenuRefusal, MenuRule } from "@/components/ui/menu";
import { TabLinks } from "@/components/ui/tabs";
import { Breadcrumb } from "../breadcrumb";
import { Specimen } from "./specimen";

const tabs = [
  { href: "#navigation", label: "Details" },
  { href: "#navigation-people", label: "People with access", count: 14 },
  { href: "#navigation-history", label: "History", count: 1204 },
];

/** The way to a page, the head of a record, its tabs and its menus. */
export function NavigationSpecimens() {
  return (
    <div className="grid gap-6">
      <Specimen name="Breadcrumb">
        <Breadcrumb
          crumbs={[
            { label: "Partners", href: "#navigation" },
            { label: "The Ardwick Society for the Encouragement of Allotments and Bees", href: "#navigation-people" },
          ]}
        />
      </Specimen>
      <RecordHead />
      <TabLinks label="Birley Fields Garden" tabs={tabs} current="#navigation" />
      <Specimen name="Menu with words">
        <Menu label="Ruth Adeyemi" tone="quiet" align="start">
          <MenuHeading>ruth.adeyemi@remit.example</MenuHeading>
          <MenuLink href="#navigation">My sessions</MenuLink>
          <MenuRefusal label="Delete" reason="Only root admins delete partners that have an admin." />
          <MenuRule />
          <MenuItem type="button">
            <LogOut aria-hidden />
            Sign out
          </MenuItem>
        </Menu>
      </Specimen>
    </div>
  );
}

function RecordHead() {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="text-2xl font-semibold tracking-tight">Birley Fields Garden</h3>
        <Badge tone="warning">Hidden</Badge>
      </div>
      <div className="flex gap-2">
        <ButtonLink href="#navigation">
          <Pencil aria-hidden className="size-4" />
          Edit
        </ButtonLink>
        <Menu label={<Ellipsis aria-hidden className="size-4" />} name="More actions" chevron={false}>
          <MenuLink href="#navigation-history">
            <History aria-hidden />
            History
          </MenuLink>
          <MenuItem type="button">
            <EyeOff aria-hidden />
            Hide from the public
          </MenuItem>
          <MenuRule />
          <MenuLink href="#navigation" tone="danger">
            <Trash2 aria-hidden />
            Delete
          </MenuLink>
        </Menu>
      </div>
    </div>
  );
}
