export { CalendarResolver } from './resolver';
