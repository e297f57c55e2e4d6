import './utility.ts';
import '../../electron/parser.ts';
