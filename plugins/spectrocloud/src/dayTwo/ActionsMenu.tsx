import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import MenuList from '@material-ui/core/MenuList';
import Popover from '@material-ui/core/Popover';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { ActionDialog } from './ActionDialog';
import { type Action, ACTIONS, actionsOf } from './actionsOf';
import { useAllowed } from './useAllowed';

/** What can be done to a cluster; the address names the dialog that is open, so that other pages can link to it. */
export const ActionsMenu = (props: {
  cluster: Cluster;
  /** Palette has taken a change. */
  onChanged: () => void;
}) => {
  const { cluster, onChanged } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [taken, setTaken] = useState<Action>();
  const [params, setParams] = useAddressParams();
  const allowed = useAllowed();
  if (!allowed) return null;
  const choices = actionsOf(cluster, allowed);
  const close = () => setAnchor(null);
  const show = (
    action: Action | undefined,
    options: { takesBack?: boolean } = {},
  ) =>
    setParams(
      current => {
        if (action) current.set('action', action);
        else current.delete('action');
        if (options.takesBack) current.set('takesBack', 'true');
        else current.delete('takesBack');
        return current;
      },
      { replace: true },
    );
  const named = ACTIONS.find(action => action === params.get('action'));
  const shown = choices.find(({ action, hint }) => action === named && !hint);
  return (
    <>
      <span role="status">{taken && t(`dayTwo.taken.${taken}`)}</span>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        endIcon={<ArrowDropDownIcon />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('dayTwo.actions')}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={close}
      >
        <MenuList
          autoFocusItem
          disabledItemsFocusable
          aria-label={t('dayTwo.actions')}
        >
          {choices.map(({ action, hint }) => (
            <MenuItem
              key={action}
              disabled={hint !== undefined}
              onClick={() => {
                close();
                show(action);
              }}
            >
              <ListItemText
                primary={t(`dayTwo.menu.${action}`)}
                secondary={hint && t(`dayTwo.hint.${hint}`)}
              />
            </MenuItem>
          ))}
        </MenuList>
      </Popover>
      {shown && (
        <ActionDialog
          key={shown.action}
          action={shown.action}
          cluster={cluster}
          takesBack={params.get('takesBack') === 'true'}
          onClose={() => show(undefined)}
          onOther={show}
          onDone={() => {
            setTaken(shown.action);
            show(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
};
