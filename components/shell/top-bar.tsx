'use client'

import { PresetName } from '#components/presets/preset-name.tsx'
import { ShareButton } from '#components/share/share-button.tsx'
import { Button } from '#components/ui/button.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import { KeyList } from './key-list.tsx'
import { MoreButton } from './more-button.tsx'
import { openPanel, type PanelName } from './panel-store.ts'
import { SiteBar } from './site-bar.tsx'

/** The bar of the playground: what concerns the experiment as a whole. */
export function TopBar() {
  return (
    <SiteBar page="/" beside={<PresetName />} after={<MoreButton page="/" />}>
      <PanelButton panel="import" icon="paste" title="Import" />
      <PanelButton panel="history" icon="clock" title="History" />
      <PanelButton panel="code" icon="code" title="Code" />
      <ShareButton />
      <KeyList />
    </SiteBar>
  )
}

/** Opens a panel; without its word where the bar is short of room, and in More on a phone. */
function PanelButton({ panel, icon, title }: { panel: PanelName; icon: IconName; title: string }) {
  return (
    <Button
      look="plain"
      icon={icon}
      title={title}
      className="max-xl:gap-0 max-xl:px-1.5 max-md:hidden"
      onClick={() => openPanel(panel)}
    >
      <span className="max-xl:sr-only">{title}</span>
    </Button>
  )
}
