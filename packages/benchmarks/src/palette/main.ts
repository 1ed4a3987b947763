import { answerParent } from '../process/answerParent';
import { MemoryPalette, type PaletteSettings } from './MemoryPalette';
import { recordAnswers } from './recordAnswers';

/** The main file of the Palette's process. */
async function main(): Promise<void> {
  const answers = await recordAnswers(JSON.parse(process.argv[2]));
  const palette = await MemoryPalette.start(answers);
  answerParent({
    ready: {
      url: palette.url,
      clusterUids: answers.clusters.map(({ uid }) => uid),
    },
    commands: {
      configure: (settings: Partial<PaletteSettings>) =>
        palette.configure(settings),
      signIn: (email: string) => palette.signIn(email),
      takeCounts: () => palette.takeCounts(),
    },
  });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
