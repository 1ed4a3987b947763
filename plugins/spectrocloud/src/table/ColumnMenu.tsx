import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumnOutlined';
import { PopoverButton } from '../components/PopoverButton';
import { spectroCloudTranslationRef } from '../translation';
import type { PaletteColumn } from './PaletteColumn';

const useStyles = makeStyles(theme => ({
  list: { padding: theme.spacing(1, 2) },
}));

/** Lets people choose the columns of a table. */
export function ColumnMenu<Row>(props: {
  columns: PaletteColumn<Row>[];
  shown: PaletteColumn<Row>[];
  onToggle: (id: string) => void;
}) {
  const { columns, shown, onToggle } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <PopoverButton
      title={t('table.columns')}
      icon={<ViewColumnIcon />}
      size="small"
    >
      {() => (
        <FormGroup className={classes.list}>
          {columns.slice(1).map(({ id, label }) => (
            <FormControlLabel
              key={id}
              label={label}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={shown.some(one => one.id === id)}
                  onChange={() => onToggle(id)}
                />
              }
            />
          ))}
        </FormGroup>
      )}
    </PopoverButton>
  );
}
