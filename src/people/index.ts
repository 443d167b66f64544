export { Directory, findPeople, peopleByKey } from './loading';
export { Person } from './person';
export { PersonResolver } from './resolver';
