/** `npm run build`: everything up to a dist/ that `node dist/src/main.js` can run. */
import { build, generate, install } from './prepare.mjs';

install({ withTools: false });
generate();
build();
